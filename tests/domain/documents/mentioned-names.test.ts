// Mentions of people in the reading view: who they are now, where they lead, and that strangers are nobody.
import { expect, test } from "vitest";
import { saveDocument } from "~/domain/documents/documents.server";
import { readDocument } from "~/domain/documents/reading.server";
import { database } from "~/platform/db.server";
import { foundNetwork, foundPerson } from "../../support/found-network";

test("a mention bears the name its person has now, also after their role has ended, and leads to them in this network", async () => {
  const network = await foundNetwork();
  const { officer, colleague, formerOfficer, draft, slug } = network;
  const stranger = await foundPerson("Somebody else");
  const text = [
    `[@Rasa](/people/${colleague.personId})`,
    `[@Former](/people/${formerOfficer.id})`,
    `[@Gone](/people/${stranger.id})`,
    `[our mayor](/people/${colleague.personId})`,
  ].join(" and ");
  await saveDocument(officer, draft.id, { title: "T", language: "en", text, revision: 1 });
  await database().write((transaction) =>
    transaction.person.update({ where: { id: colleague.personId }, data: { name: "Ona <& Rasa>" } }),
  );
  const { html } = (await readDocument(officer, draft.id, "working")).rendered;
  const page = `/networks/${slug}/people/${colleague.personId}`;
  expect(html.trim()).toBe(
    `<p><a href="${page}">@Ona &lt;&amp; Rasa&gt;</a> and ` +
      `<a href="/networks/${slug}/people/${formerOfficer.id}">@Former officer</a> and ` +
      // Leads nowhere; marked as no letter of the text.
      `<span class="put-in">@Gone</span> and ` +
      `<a href="${page}">our mayor</a></p>`,
  );
});
