// The way to the templates with which texts of the network begin.
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";

export function TemplatesSection({ mayManage }: { mayManage: boolean }) {
  const t = useT("templates");
  return (
    <section
      aria-labelledby="templates-title"
      className={mayManage ? "border-t border-line pt-8" : undefined}
    >
      <h2 id="templates-title" className="text-section">
        {t("title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t(mayManage ? "lead" : "leadClosed")}</p>
      <LinkButton to="templates">{t("open")}</LinkButton>
    </section>
  );
}
