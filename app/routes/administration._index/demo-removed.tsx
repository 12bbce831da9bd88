// Said once the demo is gone: what to do next, and which of its accounts are still there.
import { useSearchParams } from "@remix-run/react";
import { isDemoAddress } from "~/domain/accounts/account";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";

export function DemoRemoved() {
  const t = useT("administration");
  const kept = useSearchParams()[0].getAll("kept").filter(isDemoAddress);
  return (
    <div className="mb-8 grid gap-4">
      <Notice
        tone="ok"
        announce="politely"
        title={t("demo.done")}
        actions={
          <LinkButton weight="main" to="/administration/networks/new">
            {t("networks.new")}
          </LinkButton>
        }
      >
        {t("demo.doneNext")}
      </Notice>
      {kept.length > 0 ? (
        <Notice tone="soon">{t("demo.kept", { count: kept.length, addresses: kept.join(", ") })}</Notice>
      ) : null}
    </div>
  );
}
