// Every network of the server in brief. Whoever works in one opens it from there; to an administrator alone it stays closed.
import { Form } from "@remix-run/react";
import type { AdministeredNetwork } from "~/domain/networks/administration.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FactsLine } from "~/ui/facts-line";
import { InviteLead } from "~/ui/invite-lead";
import { LinkButton } from "~/ui/link-button";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

interface NetworksSectionProps {
  networks: AdministeredNetwork[];
  /** What the page's last form was answered. */
  answer?: FormAnswer;
}

export function NetworksSection({ networks, answer }: NetworksSectionProps) {
  const t = useT("administration");
  return (
    <section aria-labelledby="networks-title">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="networks-title" className="text-section">
          {t("networks.title")}
        </h2>
        {networks.length > 0 ? (
          <LinkButton weight="main" to="/administration/networks/new">
            {t("networks.new")}
          </LinkButton>
        ) : null}
      </div>
      {networks.length === 0 ? (
        <EmptyState
          level={3}
          what={t("networks.empty.what")}
          who={t("networks.empty.who")}
          next={
            <LinkButton weight="main" to="/administration/networks/new">
              {t("networks.empty.next")}
            </LinkButton>
          }
        />
      ) : (
        <RowList labelledBy="networks-title">
          {networks.map((network) => (
            <NetworkRow key={network.id} network={network} answer={answer} />
          ))}
        </RowList>
      )}
    </section>
  );
}

function NetworkRow({ network, answer }: { network: AdministeredNetwork; answer?: FormAnswer }) {
  const { id, slug, name, state, isDemo, cities, people, isLed, since } = network;
  const t = useT("administration", "networks", "frame");
  const format = useFormat();
  const facts = [
    { key: "state", value: t(`state.${state}`) },
    isDemo && { key: "demo", value: t("networks.demo") },
    { key: "cities", value: t("networks:facts.cities", { count: cities }) },
    { key: "people", value: t("networks:facts.people", { count: people }) },
    { key: "since", value: t("frame:period.since", { from: format.day(since) }) },
  ];
  return (
    <Row
      title={name}
      kind="work"
      below={
        <>
          <FactsLine facts={facts} />
          {!isLed && state === "open" ? <InviteLead networkId={id} posted={answer} /> : null}
        </>
      }
      side={<ArchiveButton slug={slug} name={name} order={state === "archived" ? "unarchive" : "archive"} />}
    />
  );
}

interface ArchiveButtonProps {
  slug: string;
  name: string;
  order: "archive" | "unarchive";
}

/** Puts the network into the archive or takes it out; either can be taken back, so nothing is asked. */
function ArchiveButton({ slug, name, order }: ArchiveButtonProps) {
  const t = useT("administration");
  return (
    <Form method="post" action="/administration?index" preventScrollReset>
      <input type="hidden" name="slug" value={slug} />
      <Button size="small" name="intent" value={order} aria-label={t(`networks.${order}Named`, { name })}>
        {t(`networks.${order}`)}
      </Button>
    </Form>
  );
}
