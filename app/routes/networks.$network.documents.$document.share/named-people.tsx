// Who is named on the document: as what and by whom, to be changed and taken off.
import { Form } from "@remix-run/react";
import { namedLevels } from "~/domain/access/member";
import type { PersonNamed, Sharing } from "~/domain/documents/sharing-choices.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Row, RowList } from "~/ui/row-list";
import { Select } from "~/ui/select";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";

interface NamedPeopleProps {
  document: Sharing["document"];
  named: Sharing["named"];
  gone: Sharing["gone"];
  answer: FormAnswer | undefined;
}

export function NamedPeople({ document, named, gone, answer }: NamedPeopleProps) {
  const t = useT("sharing");
  const wrong = useWrongWords();
  const own = answer?.intent === "change" || answer?.intent === "unname" ? answer : undefined;
  const refusal = wrong(Object.values(own?.errors ?? {})[0]);
  return (
    <section aria-labelledby="named" className="mt-10">
      <h2 id="named" className="text-section">
        {t("named.title")}
      </h2>
      <p className="mt-1 mb-3 text-quiet">{t("named.what")}</p>
      {refusal ? (
        <div className="mb-4">
          <Notice tone="late" announce="at-once">
            {refusal}
          </Notice>
        </div>
      ) : null}
      {named.length + gone.length === 0 ? <p>{t("named.none")}</p> : null}
      <RowList labelledBy="named">
        {named.map((person) => (
          <NamedRow key={`${person.id} ${person.level}`} person={person} visibility={document.visibility} />
        ))}
        {gone.map(({ id, name, colour }) => (
          <Row
            key={id}
            before={<Avatar name={name} colour={colour} />}
            title={name}
            below={
              <>
                <p className="text-small text-quiet">{t("named.gone")}</p>
                <TakeOff id={id} name={name} />
              </>
            }
          />
        ))}
      </RowList>
    </section>
  );
}

function NamedRow({ person, visibility }: { person: PersonNamed; visibility: string }) {
  const t = useT("sharing");
  const format = useFormat();
  const { id, name, colour, level, by, at, readsAnyway, isBeginner } = person;
  const isStuck = isBeginner && visibility === "private";
  const after = isBeginner ? "beginner" : readsAnyway ? "readsAnyway" : "losesIt";
  return (
    <Row
      before={<Avatar name={name} colour={colour} />}
      title={name}
      below={
        <>
          <p className="text-small text-quiet">
            {isBeginner ? t("named.beginner") : t("named.by", { name: by, date: format.date(at) })}
          </p>
          <div className="mt-2 flex flex-wrap items-center gap-2">
            {isBeginner ? null : (
              <Form method="post" className="flex flex-wrap items-center gap-2">
                <input type="hidden" name="personId" value={id} />
                <Select
                  name="level"
                  id={`level-${id}`}
                  label={t("named.levelOf", { name })}
                  isLabelHidden
                  defaultValue={level}
                  options={namedLevels.map((one) => ({ value: one, label: t(`level.${one}`) }))}
                />
                <Button name="intent" value="change" aria-label={t("named.changeOf", { name })}>
                  {t("named.change")}
                </Button>
              </Form>
            )}
            {isStuck ? null : <TakeOff id={id} name={name} />}
          </div>
          {isStuck || after === "beginner" ? null : (
            <p className="mt-1 text-small text-quiet">{t(`named.${after}`)}</p>
          )}
        </>
      }
    />
  );
}

function TakeOff({ id, name }: { id: string; name: string }) {
  const t = useT("sharing");
  return (
    <Form method="post">
      <input type="hidden" name="personId" value={id} />
      <Button weight="bare" name="intent" value="unname" aria-label={t("named.takeOffOf", { name })}>
        {t("named.takeOff")}
      </Button>
    </Form>
  );
}
