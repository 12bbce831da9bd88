// What the removal of the demo takes away, and what it leaves.
import type { DemoView } from "~/domain/demo/removal.server";
import { useT } from "~/i18n/use-t";

export function WhatGoes({ demo }: { demo: DemoView }) {
  const t = useT("administration");
  const goes = [
    ...demo.networks.map(({ name, people }) => t("demo.network", { name, count: people })),
    t("demo.accounts", { count: demo.accounts - (demo.isOwnAccountDemo ? 1 : 0) }),
    t("demo.places"),
  ];
  const stays = [t("demo.staysOthers"), t("demo.staysYou"), t("demo.staysRecord")];
  return (
    <div className="my-8 grid gap-8 sm:grid-cols-2">
      <List id="goes" title={t("demo.goes")} lines={goes} />
      <List id="stays" title={t("demo.stays")} lines={stays} />
    </div>
  );
}

function List({ id, title, lines }: { id: string; title: string; lines: string[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-section">
        {title}
      </h2>
      <ul className="grid list-disc gap-1.5 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
