// One's own reflections beside notes that one reads no longer: shared once, they can still be taken back.
import { Form } from "@remix-run/react";
import type { LeftReflection } from "~/domain/visits/reflections.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

export function LeftReflections({ reflections }: { reflections: LeftReflection[] }) {
  const t = useT("visits");
  const format = useFormat();
  if (reflections.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="mb-1 text-section">{t("reflection.left")}</h2>
      <p className="mb-2 text-quiet">{t("reflection.leftWhat")}</p>
      <RowList label={t("reflection.left")}>
        {reflections.map(({ documentId, text, sharedAt }) => (
          <Row
            key={documentId}
            title={<span className="font-normal whitespace-pre-wrap">{text}</span>}
            below={
              <span className="text-small text-quiet">
                {t("reflection.leftSince", { date: format.date(sharedAt) })}
              </span>
            }
            side={
              <Form method="post">
                <input type="hidden" name="documentId" value={documentId} />
                <Button size="small" name="intent" value="unshare-reflection">
                  {t("reflection.unshare")}
                </Button>
              </Form>
            }
          />
        ))}
      </RowList>
    </section>
  );
}
