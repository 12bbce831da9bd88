// How old the last backup is, whether it was found whole, and the command for another.
import type { BackupSeen } from "~/domain/accounts/last-backup.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";

/** As it is typed on the server, in every language. */
const command = "npm run backup";

export function BackupSection({ backup }: { backup: BackupSeen | null }) {
  const t = useT("backups");
  return (
    <section aria-labelledby="backup-title" className="grid gap-4">
      <div>
        <h2 id="backup-title" className="text-section">
          {t("title")}
        </h2>
        <p className="mt-1 max-w-[60ch] text-quiet">{t("lead")}</p>
      </div>
      {backup ? (
        <LastBackup {...backup} />
      ) : (
        <Notice tone="late" title={t("none")}>
          {t("noneWhat")}
        </Notice>
      )}
      <p className="text-quiet">
        {t("command")} <code>{command}</code>
      </p>
    </section>
  );
}

function LastBackup({ takenAt, file, bytes, verifiedAt, isOld }: BackupSeen) {
  const t = useT("backups");
  const format = useFormat();
  const facts = [
    { key: "taken", value: t("taken", { at: format.dateTime(takenAt) }) },
    { key: "size", value: format.bytes(bytes) },
    { key: "file", value: <span className="break-all">{file}</span> },
  ];
  const what = <FactsLine facts={facts} />;
  if (verifiedAt === null)
    return (
      <Notice tone="late" title={t("damaged")}>
        {t("damagedWhat")}
        {what}
      </Notice>
    );
  return (
    <Notice tone={isOld ? "soon" : "ok"} title={isOld ? t("old", daysSince(takenAt, format.now)) : t("well")}>
      {what}
      <p>{t("verified", { at: format.dateTime(verifiedAt) })}</p>
    </Notice>
  );
}

function daysSince(at: Date, now: Date): { count: number } {
  return { count: Math.floor((now.getTime() - at.getTime()) / 86_400_000) };
}
