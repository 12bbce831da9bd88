// How an address gets into the usual calendar programs.
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";

const programs = ["google", "outlook", "thunderbird"] as const;

export function HowToAdd({ isOpen }: { isOpen?: boolean }) {
  const t = useT("calendar");
  return (
    <details className="fold mt-6 max-w-2xl" open={isOpen ? true : undefined}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("how.title")}
      </summary>
      <ul className="grid list-disc gap-2 py-3 pl-5">
        {programs.map((program) => (
          <li key={program}>{t(`how.${program}`)}</li>
        ))}
      </ul>
      <p className="text-small text-quiet">{t("how.pace")}</p>
    </details>
  );
}
