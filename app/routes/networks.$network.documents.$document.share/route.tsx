// Who sees a document: how far its working text is open and who is named on it, said beforehand for each choice.
import { redirect } from "@remix-run/node";
import { useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { OpenWorkingText } from "~/domain/documents/document-orders";
import { NamePerson, UnnamePerson } from "~/domain/documents/naming-orders";
import { namePerson, unnamePerson } from "~/domain/documents/naming.server";
import { readSharing } from "~/domain/documents/sharing-choices.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { SavedNotice } from "~/ui/saved-notice";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { NameForm } from "./name-form";
import { NamedPeople } from "./named-people";
import { OpeningForm } from "./opening-form";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const sharing = await readSharing(member, param("document"));
  return { title: pageTitle(member.language, sharing.document.title, member.network.name), ...sharing };
});

const dones = ["opened", "named", "unnamed"] as const;

export const action = memberAction(({ member, param }) => {
  const id = param("document");
  const address = `/networks/${member.network.slug}/documents/${id}`;
  const back = (done: (typeof dones)[number]) => redirect(`${address}/share?done=${done}`);
  const named = async (order: NamePerson) => {
    await namePerson(member, id, order);
    return back("named");
  };
  return {
    open: on(OpenWorkingText, async (order) => {
      await openWorkingText(member, id, order);
      return back("opened");
    }),
    name: on(NamePerson, named),
    change: on(NamePerson, named),
    unname: on(UnnamePerson, async (order) => {
      await unnamePerson(member, id, order);
      // Whoever took themselves off may no longer see this screen.
      return order.personId === member.personId
        ? redirect(`/networks/${member.network.slug}`)
        : back("unnamed");
    }),
  };
});

export default function Share() {
  const t = useT("sharing");
  const { network } = useParams();
  const { document, choices, named, gone, others } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const [search] = useSearchParams();
  const done = dones.find((one) => one === search.get("done"));
  const isWrong = Boolean(answer?.errors ?? answer?.conflict);
  return (
    <div className="page">
      <PageHeader title={t("title", { title: document.title })} lead={t("lead")} />
      <SavedNotice isShown={done !== undefined && !isWrong} words={done ? t(`done.${done}`) : ""} />
      <OpeningForm document={document} choices={choices} answer={answer} />
      <NamedPeople document={document} named={named} gone={gone} answer={answer} />
      <NameForm document={document} others={others} answer={answer} />
      <div className="mt-10">
        <LinkButton to={`/networks/${network}/documents/${document.id}`}>{t("back")}</LinkButton>
      </div>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
