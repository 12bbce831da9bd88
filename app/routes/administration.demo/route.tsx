// Removing the demo for good, after the administrator has read what goes and typed that they mean it.
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { networksOf } from "~/domain/access/members.server";
import { demandAdministrator } from "~/domain/accounts/administrator";
import { RemoveDemo } from "~/domain/demo/demo-orders";
import { readDemo, removeDemo } from "~/domain/demo/removal.server";
import { notFound } from "~/domain/refusal";
import { on } from "~/http/form.server";
import { personAction, personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { titled } from "~/ui/titled";
import { RemovalForm } from "./removal-form";
import { WhatGoes } from "./what-goes";

export const meta = titled;

export const loader = personLoader(async ({ own, door }) => {
  const demo = await readDemo(own);
  if (!demo) throw notFound();
  return {
    demo,
    title: pageTitle(door.language, translate(door.language)("administration:demo.remove")),
    networks: await networksOf(own.person.id, door.memberships()),
  };
});

export const action = personAction(({ own, door }) => {
  demandAdministrator(own);
  return {
    remove: on(RemoveDemo, async (order) => {
      const { kept } = await removeDemo(own, order, translate(door.language)("administration:demo.word"));
      const said = new URLSearchParams([
        ["done", "demo-removed"],
        ...kept.map((address) => ["kept", address]),
      ]);
      return redirect(`/administration?${said}`);
    }),
  };
});

export default function RemoveTheDemo() {
  const t = useT("administration");
  const { demo, networks } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const crumbs = [{ label: t("title"), to: "/administration" }, { label: t("demo.title") }];
  return (
    <PersonFrame networks={networks} crumbs={crumbs}>
      <div className="page page-narrow">
        <PageHeader title={t("demo.remove")} />
        <Notice tone="late">{t("demo.lead")}</Notice>
        <WhatGoes demo={demo} />
        <RemovalForm isOwnAccountDemo={demo.isOwnAccountDemo} answer={answer} />
      </div>
    </PersonFrame>
  );
}
