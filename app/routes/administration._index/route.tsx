// What administrators manage: networks, accounts, and the demo while it is there. Nothing of what people write.
import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { networksOf } from "~/domain/access/members.server";
import { FindAccounts } from "~/domain/accounts/administration-orders";
import { findAccounts } from "~/domain/accounts/administration.server";
import { demandAdministrator } from "~/domain/accounts/administrator";
import { readBackup } from "~/domain/accounts/last-backup.server";
import { readDemo } from "~/domain/demo/removal.server";
import { filesOfHouse } from "~/domain/files/house-files.server";
import { readTextsUpkeep } from "~/domain/documents/texts-upkeep.server";
import { readMails, tryMailAgain } from "~/domain/notifications/mail-keeping.server";
import { NameMail } from "~/domain/notifications/notice-orders";
import { listAllNetworks } from "~/domain/networks/administration.server";
import { InviteLeadPartnerOf } from "~/domain/networks/invitation-orders";
import { inviteLeadPartner } from "~/domain/networks/invitations.server";
import { NameNetwork } from "~/domain/networks/network-orders";
import { archiveNetwork, unarchiveNetwork } from "~/domain/networks/network-state.server";
import { on } from "~/http/form.server";
import { personAction, personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { textRefusals } from "~/realtime/text-refusals.server";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { titled } from "~/ui/titled";
import { AccountsSection } from "./accounts-section";
import { BackupSection } from "./backup-section";
import { CitiesSection } from "./cities-section";
import { DemoRemoved } from "./demo-removed";
import { FilesSection } from "./files-section";
import { MailsSection } from "./mails-section";
import { NetworksSection } from "./networks-section";
import { RecordsSection } from "./records-section";
import { TextsSection } from "./texts-section";

export const meta = titled;

export const loader = personLoader(async ({ own, door, url }) => {
  const { searchParams } = url;
  const order = FindAccounts.parse({
    words: searchParams.get("words") ?? "",
    page: searchParams.get("page") ?? 1,
  });
  return {
    found: await findAccounts(own, order),
    words: order.words,
    all: await listAllNetworks(own),
    demo: await readDemo(own),
    texts: await readTextsUpkeep(own),
    backup: readBackup(own),
    files: await filesOfHouse(own),
    mails: await readMails(own),
    refused: textRefusals(),
    title: pageTitle(door.language, translate(door.language)("administration:title")),
    networks: await networksOf(own.person.id, door.memberships()),
  };
});

export const action = personAction(({ own }) => {
  demandAdministrator(own);
  return {
    "invite-lead": on(InviteLeadPartnerOf, ({ networkId, ...order }) =>
      inviteLeadPartner(own, networkId, order),
    ),
    "try-mail-again": on(NameMail, (order) => tryMailAgain(own, order)),
    archive: on(NameNetwork, async ({ slug }) => {
      await archiveNetwork(own, slug);
      return redirect("/administration");
    }),
    unarchive: on(NameNetwork, async ({ slug }) => {
      await unarchiveNetwork(own, slug);
      return redirect("/administration");
    }),
  };
});

export default function Administration() {
  const t = useT("administration");
  const { found, words, all, demo, texts, backup, files, mails, refused, networks } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isRemoved = useSearchParams()[0].get("done") === "demo-removed" && demo === null;
  return (
    <PersonFrame networks={networks} crumbs={[{ label: t("title") }]}>
      <div className="page grid gap-12">
        <div>
          <PageHeader title={t("title")} lead={t("lead")} />
          {isRemoved ? <DemoRemoved /> : null}
          {answer?.conflict ? (
            <div className="mb-6">
              <Notice announce="politely">{t("account.isNow")}</Notice>
            </div>
          ) : null}
          <NetworksSection networks={all} answer={answer} />
        </div>
        <AccountsSection found={found} words={words} />
        <CitiesSection />
        <RecordsSection networks={all} />
        <TextsSection texts={texts} refused={refused} />
        <FilesSection files={files} />
        <MailsSection mails={mails} />
        <BackupSection backup={backup} />
        {demo ? (
          <section aria-labelledby="demo-title">
            <h2 id="demo-title" className="mb-4 text-section">
              {t("demo.title")}
            </h2>
            <Notice
              actions={
                <LinkButton weight="grave" to="/administration/demo">
                  {t("demo.remove")}
                </LinkButton>
              }
            >
              {t("demo.what")}
            </Notice>
          </section>
        ) : null}
      </div>
    </PersonFrame>
  );
}
