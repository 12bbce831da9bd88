// What each role reads and writes, in plain words from the one table, and who holds it: for everybody of the network.
import { useLoaderData } from "@remix-run/react";
import { rolesAndHolders } from "~/domain/networks/roles.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { RoleMatrix } from "./role-matrix";
import { RoleSection } from "./role-section";
import { VisibilityFirst } from "./visibility-first";

export const handle: ScreenHandle = {
  crumbs: (data, t, network) => [
    { label: t("rail.people"), to: `${network}/people` },
    { label: (data as { page: string }).page },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const page = translate(member.language)("roles:title");
  return {
    title: pageTitle(member.language, page, member.network.name),
    page,
    isOpen: member.network.state === "open",
    roles: await rolesAndHolders(member),
  };
});

export default function Roles() {
  const t = useT("roles", "frame");
  const { isOpen, roles } = useLoaderData<typeof loader>();
  const own = roles.filter(({ isOwn }) => isOwn);
  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} />
      {isOpen ? null : (
        <div className="mb-6">
          <Notice>{t("closed")}</Notice>
        </div>
      )}
      <h2 className="mb-2 text-section">{t(own.length === 1 ? "yours" : "yourRoles")}</h2>
      {own.map((view) => (
        <RoleSection key={view.role} {...view} />
      ))}
      <VisibilityFirst />
      <h2 className="mt-10 mb-2 text-section">{t("others")}</h2>
      {roles
        .filter(({ isOwn }) => !isOwn)
        .map((view) => (
          <RoleSection key={view.role} {...view} />
        ))}
      <section className="border-t border-line py-5">
        <h3 className="font-semibold">{t("frame:role.administrator")}</h3>
        <p className="mt-1 max-w-[65ch]">{t("administrator")}</p>
      </section>
      <RoleMatrix />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
