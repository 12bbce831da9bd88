// One person in the network: roles now and before; for those who may: give another, change an end, end now, hand over.
import { redirect } from "@remix-run/node";
import { useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { handOver } from "~/domain/handovers/handovers.server";
import { listHandovers, listSuccessors } from "~/domain/handovers/reading.server";
import { ChangeRoleEnd, HandOver, NameRole } from "~/domain/networks/membership-orders";
import { changeRoleEnd, endRole, giveRoleAgain } from "~/domain/networks/memberships.server";
import { readPersonInNetwork } from "~/domain/networks/roster.server";
import { leftReflections, unshareReflection } from "~/domain/visits/reflections.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { useFormat, useReader } from "~/ui/use-reader";
import { Handovers } from "./handovers";
import { LeftReflections } from "./left-reflections";
import { PastRole } from "./past-role";
import { RoleDone } from "./role-done";
import { RoleRow } from "./role-row";

export const handle: ScreenHandle = {
  crumbs: ({ person }: { person: { name: string } }, t, network) => [
    { label: t("rail.people"), to: `${network}/people` },
    { label: person.name },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const person = await readPersonInNetwork(member, param("person"));
  return {
    title: pageTitle(member.language, person.name, member.network.name),
    person,
    successors: await listSuccessors(member, person),
    handovers: await listHandovers(member, person.id),
    reflections: person.id === member.personId ? await leftReflections(member) : [],
  };
});

export const action = memberAction(({ member }) => ({
  "change-end": on(ChangeRoleEnd, (order) => changeRoleEnd(member, order)),
  end: on(NameRole, (order) => endRole(member, order)),
  again: on(ChangeRoleEnd, (order) => giveRoleAgain(member, order)),
  "unshare-reflection": on(z.object({ documentId: z.string() }), ({ documentId }) =>
    unshareReflection(member, documentId),
  ),
  "hand-over": on(HandOver, async (order) => {
    const { id } = await handOver(member, order);
    return redirect(`/networks/${member.network.slug}/handovers/${id}`);
  }),
}));

export default function PersonInNetwork() {
  const t = useT("members");
  const format = useFormat();
  const { network } = useParams();
  const { person: reader } = useReader();
  const { person, successors, handovers, reflections } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const search = useSearchParams()[0];
  const opened = search.get("role");
  const held = person.roles.filter(({ state }) => state !== "past");
  const past = person.roles.filter(({ state }) => state === "past");
  const isGiven = search.get("done") === "given" && !answer;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={person.name}
        facts={
          <div className="flex items-center gap-3">
            <Avatar name={person.name} colour={person.colour} size={36} />
            <FactsLine
              facts={[
                person.id === reader?.id && { key: "you", value: t("person.you") },
                {
                  key: "speaks",
                  value:
                    person.speaks.length > 0
                      ? t("people.speaks", { languages: format.list(person.speaks.map(format.languageName)) })
                      : t("person.speaksNothing"),
                },
              ]}
            />
          </div>
        }
        actions={
          person.mayGive && !person.isDeactivated ? (
            <LinkButton to={`/networks/${network}/people/new?person=${person.id}`}>
              {t("person.giveAnother")}
            </LinkButton>
          ) : null
        }
      />
      {person.isDeactivated ? (
        <div className="mb-6">
          <Notice>{t("person.deactivated")}</Notice>
        </div>
      ) : null}
      {isGiven ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("person.given")}
          </Notice>
        </div>
      ) : null}
      <RoleDone role={person.roles.find(({ membershipId }) => membershipId === opened)} answer={answer} />
      <h2 className="mb-2 text-section">{t("person.rolesNow")}</h2>
      {held.length === 0 ? <p className="text-quiet">{t("person.noRoles")}</p> : null}
      <RowList label={t("person.rolesNow")}>
        {held.map((role) => (
          <RoleRow
            key={role.membershipId}
            role={role}
            successors={successors[role.membershipId]}
            isOpen={role.membershipId === opened}
            answer={role.membershipId === opened ? answer : undefined}
          />
        ))}
      </RowList>
      {past.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-2 text-section">{t("person.rolesPast")}</h2>
          <RowList label={t("person.rolesPast")}>
            {past.map((role) => (
              <PastRole key={role.membershipId} role={role} personId={person.id} mayGive={person.mayGive} />
            ))}
          </RowList>
        </section>
      ) : null}
      <Handovers handovers={handovers} />
      <LeftReflections reflections={reflections} />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
