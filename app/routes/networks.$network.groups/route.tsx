// The local groups of each city and who belongs to them; whoever manages them founds, renames and ends them here.
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { EndLocalGroup, FoundLocalGroup, RenameLocalGroup } from "~/domain/networks/local-group-orders";
import {
  endLocalGroup,
  foundLocalGroup,
  listLocalGroups,
  renameLocalGroup,
} from "~/domain/networks/local-groups.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { EmptyState } from "~/ui/empty-state";
import { answerOffline, unlessOffline } from "~/ui/offline-action";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { WrongSummary } from "~/ui/wrong-summary";
import { CityGroups } from "./city-groups";
import { NewGroup } from "./new-group";

export const handle: ScreenHandle = {
  crumbs: (data, t, network) => [
    { label: t("rail.people"), to: `${network}/people` },
    { label: (data as { page: string }).page },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const page = translate(member.language)("groups:title");
  return {
    title: pageTitle(member.language, page, member.network.name),
    page,
    cities: await listLocalGroups(member),
    newGroupId: newId(),
  };
});

export const action = memberAction(({ member }) => ({
  found: on(FoundLocalGroup, (order) => foundLocalGroup(member, order)),
  rename: on(RenameLocalGroup, (order) => renameLocalGroup(member, order)),
  end: on(EndLocalGroup, ({ id }) => endLocalGroup(member, id)),
}));

export const shouldRevalidate = unlessOffline;

export const clientAction = answerOffline;

export default function Groups() {
  const t = useT("groups");
  const { cities, newGroupId } = useLoaderData<typeof loader>();
  // Only what was posted as a page, without a script, is answered here; the forms themselves say the rest.
  const posted = useAnswer<typeof action>();
  const shown = cities.filter(
    ({ groups, people, mayManage }) => mayManage || groups.length + people.length > 0,
  );
  const managed = cities.filter(({ mayManage }) => mayManage);
  const count = cities.reduce((sum, { groups }) => sum + groups.length, 0);
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        facts={count > 0 ? <p className="text-quiet">{t("count", { count })}</p> : null}
      />
      <WrongSummary
        wrongs={posted?.errors}
        labels={posted?.intent === "found" ? { name: t("new.name"), partnershipId: t("new.city") } : {}}
      />
      {shown.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          what={t("empty.what")}
          who={t("empty.who")}
          next={<p className="text-quiet">{t("empty.next")}</p>}
        />
      ) : null}
      <div className="grid gap-10">
        {shown.map((city) => (
          <CityGroups key={city.partnershipId} {...city} />
        ))}
        {managed.length > 0 ? <NewGroup cities={managed} id={newGroupId} /> : null}
      </div>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
