// Naming somebody of the network on the document; says beforehand whether they read it already.
import { Form } from "@remix-run/react";
import { namedLevels } from "~/domain/access/member";
import type { Sharing } from "~/domain/documents/sharing-choices.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Select } from "~/ui/select";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";

interface NameFormProps {
  document: Sharing["document"];
  others: Sharing["others"];
  answer: FormAnswer | undefined;
}

export function NameForm({ document, others, answer }: NameFormProps) {
  const t = useT("sharing", "frame");
  const wrong = useWrongWords();
  const format = useFormat();
  const own = answer?.intent === "name" ? answer : undefined;
  const tellPerson = ({ name, roles }: Sharing["others"][number]) =>
    t("frame:roleOfCity", {
      role: name,
      city: format.list(
        roles.map(({ role, city }) => {
          const word = t(`frame:role.${role}`);
          return city ? t("frame:roleOfCity", { role: word, city }) : word;
        }),
      ),
    });
  return (
    <section aria-labelledby="name" className="mt-10">
      <h2 id="name" className="text-section">
        {t("named.add")}
      </h2>
      {others.length === 0 ? (
        <p className="mt-1">{t("named.everybody")}</p>
      ) : (
        <Form method="post" key={others.length} className="mt-3 grid gap-4">
          <Select
            name="personId"
            id="personId"
            label={t("named.person")}
            hint={t("named.newly")}
            error={wrong(own?.errors?.personId ?? own?.errors?.form)}
            defaultValue={own?.values?.personId ?? ""}
            options={[
              { value: "", label: t("named.choose") },
              ...others.map((person) => ({
                value: person.id,
                label: person.readsAlready
                  ? t("named.readsAlready", { person: tellPerson(person) })
                  : tellPerson(person),
              })),
            ]}
          />
          <Choices
            legend={t("named.as")}
            name="level"
            hint={document.kind === "action-plan" ? t("named.plan") : undefined}
            error={wrong(own?.errors?.level)}
            defaultValue={own?.values?.level ?? "reader"}
            choices={namedLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          />
          <div>
            <Button name="intent" value="name">
              {t("named.button")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
