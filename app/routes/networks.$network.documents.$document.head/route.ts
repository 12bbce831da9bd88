// What stands above a text, saved by the writing screen while one writes: data alone, answered as every form is.
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { SaveHead } from "~/domain/documents/document-orders";
import { saveHead } from "~/domain/documents/heads.server";
import { documentPartner } from "~/domain/documents/reading.server";
import { by } from "~/http/form.server";
import { memberAction, memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, param }) => {
  await documentPartner(member, param("document"));
  return redirect(`/networks/${member.network.slug}/documents/${param("document")}`);
});

const forms = memberAction(({ member, param }) => ({
  "save-head": by(member.personId, SaveHead, (order) => saveHead(member, param("document"), order)),
}));

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const answer = await forms(args);
  if (answer instanceof Response) return answer;
  const headers = { "Cache-Control": "private, no-store" };
  return Response.json(answer.data, { status: answer.init?.status, headers });
}
