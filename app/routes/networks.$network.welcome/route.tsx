// The first useful screen of somebody who has just come into a network: three things to do that fit the role.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { firstStepsFor } from "~/domain/networks/first-steps";
import { readFirstSteps } from "~/domain/networks/first-steps.server";
import { describeMember } from "~/domain/networks/networks.server";
import { putAway } from "~/domain/networks/put-away.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { Row, RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("menu.firstSteps") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const { slug, name, state } = member.network;
  const t = translate(member.language);
  const [first] = member.roles;
  const isToSetUp = state === "open" && (await readFirstSteps(member)) !== null;
  const readiness = isToSetUp ? "to-set-up" : state === "open" ? "ready" : "read-alone";
  return {
    title: pageTitle(member.language, t("menu.firstSteps"), name),
    network: { slug, name },
    roles: await describeMember(member),
    steps: first ? firstStepsFor(first.role, readiness) : [],
  };
});

export const action = memberAction(({ member }) => ({
  "put-away": on(z.object({}), async () => {
    await putAway(member, "welcome");
    return redirect(`/networks/${member.network.slug}`);
  }),
}));

export default function Welcome() {
  const t = useT("invitations", "frame");
  const format = useFormat();
  const { network, roles, steps } = useLoaderData<typeof loader>();
  const home = `/networks/${network.slug}`;
  const places = {
    setup: `${home}#first-steps`,
    read: `${home}/documents?kind=good-practice`,
    write: `${home}/documents/new?kind=good-practice`,
    comment: `${home}/documents?kind=good-practice`,
    people: `${home}/people`,
    invite: `${home}/invitations/new`,
    bulk: `${home}/invitations/bulk`,
    profile: "/account",
  };
  const held = roles.map(({ role, city }) => {
    const word = t(`frame:role.${role}`);
    return city ? t("frame:roleOfCity", { role: word, city }) : word;
  });
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t("welcome.title", { network: network.name })}
        lead={t("welcome.lead")}
        facts={<p className="text-quiet">{t("welcome.asRole", { role: format.list(held) })}</p>}
      />
      <RowList label={t("welcome.lead")}>
        {steps.map((step, index) => (
          <Row
            key={step}
            to={places[step]}
            title={t(`welcome.step.${step}.title`)}
            before={
              <span className="figures w-6 shrink-0 text-title leading-tight text-edge">{index + 1}</span>
            }
            below={<span className="text-quiet">{t(`welcome.step.${step}.text`)}</span>}
          />
        ))}
      </RowList>
      <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Form method="post">
          <Button name="intent" value="put-away">
            {t("welcome.later")}
          </Button>
        </Form>
        <p className="text-small text-quiet">{t("welcome.again")}</p>
      </div>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
