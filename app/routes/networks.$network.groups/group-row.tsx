// One local group: who belongs to it and, for those who manage it, another name and its end.
import { useActionData, useFetcher, useParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { groupNameLimit } from "~/domain/networks/local-group";
import type { LocalGroupView } from "~/domain/networks/local-groups.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { FactsLine } from "~/ui/facts-line";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { Names } from "~/ui/names";
import { Row } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { invitationTo } from "./invitation-to";

interface GroupRowProps extends LocalGroupView {
  partnershipId: string;
  mayManage: boolean;
}

export function GroupRow({ partnershipId, mayManage, ...group }: GroupRowProps) {
  const t = useT("groups");
  const format = useFormat();
  const { network = "" } = useParams();
  const { id, name, since, people } = group;
  return (
    <Row
      title={name}
      below={
        <>
          <FactsLine
            facts={[
              people.length > 0 && { key: "people", value: t("people", { count: people.length }) },
              { key: "since", value: t("since", { date: format.date(since) }) },
            ]}
          />
          {people.length > 0 ? <Names people={people} /> : <p className="mt-1">{t("nobody")}</p>}
          {mayManage ? (
            <div className="mt-2 grid gap-1">
              <Rename {...group} />
              <End {...group} />
            </div>
          ) : null}
        </>
      }
      side={
        mayManage ? (
          <LinkButton
            size="small"
            to={invitationTo(network, partnershipId, id)}
            aria-label={t("inviteTo", { group: name })}
          >
            {t("invite")}
          </LinkButton>
        ) : null
      }
    />
  );
}

function Rename({ id, name }: LocalGroupView) {
  const t = useT("groups", "frame");
  const wrong = useWrongWords();
  const { fetcher, answer, fold } = useGroupForm("rename", id);
  const error = answer?.errors?.name ?? answer?.errors?.form;
  return (
    <details ref={fold} className="fold" open={error ? true : undefined}>
      <summary aria-label={t("renameNamed", { group: name })}>
        <Icon name="chevron-right" size={16} />
        {t("rename")}
      </summary>
      <fetcher.Form method="post" className="mt-2 grid max-w-md gap-3">
        <input type="hidden" name="id" value={id} />
        <Field
          id={`name-${id}`}
          name="name"
          label={t("new.name")}
          limit={groupNameLimit}
          defaultValue={answer?.values?.name ?? name}
          error={wrong(error)}
          required
        />
        <div>
          <Button size="small" name="intent" value="rename" isBusy={fetcher.state !== "idle"}>
            {t("frame:do.save")}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  );
}

function End({ id, name, people }: LocalGroupView) {
  const t = useT("groups");
  const wrong = useWrongWords();
  const { fetcher, answer, fold } = useGroupForm("end", id);
  const refusal = wrong(Object.values(answer?.errors ?? {})[0]);
  return (
    <details ref={fold} className="fold" open={refusal ? true : undefined}>
      <summary aria-label={t("endNamed", { group: name })}>
        <Icon name="chevron-right" size={16} />
        {t("end")}
      </summary>
      <fetcher.Form method="post" className="mt-2 grid max-w-md gap-3">
        <input type="hidden" name="id" value={id} />
        {refusal ? <p className="text-late">{refusal}</p> : null}
        <p>{people.length === 0 ? t("endWhatEmpty") : t("endWhat", { count: people.length })}</p>
        <div>
          <Button weight="grave" size="small" name="intent" value="end" isBusy={fetcher.state !== "idle"}>
            {t("endConfirm")}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  );
}

/** One group's form: its answer, with a script or without one, and the fold that closes when it was done. */
function useGroupForm(intent: string, id: string) {
  const fetcher = useFetcher<FormAnswer>({ key: `${intent}-${id}` });
  const posted = useActionData<FormAnswer>();
  const fold = useRef<HTMLDetailsElement>(null);
  const isOwn = posted?.intent === intent && posted.values?.id === id;
  const answer = fetcher.data ?? (isOwn ? posted : undefined);
  const { state, data } = fetcher;
  useEffect(() => {
    if (state === "idle" && data?.done && fold.current) fold.current.open = false;
  }, [state, data]);
  return { fetcher, answer, fold };
}
