// Hears from the reading screen that somebody has a text before their eyes: data alone, kept after the answer.
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { readAtRemark } from "~/domain/notifications/notices.server";
import { NoteRead } from "~/domain/documents/read-mark-orders";
import { documentPartner } from "~/domain/documents/reading.server";
import { noteRead } from "~/domain/documents/since-read.server";
import { by } from "~/http/form.server";
import { memberAction, memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, param }) => {
  await documentPartner(member, param("document"));
  return redirect(`/networks/${member.network.slug}/documents/${param("document")}`);
});

const forms = memberAction(({ member, own, param }) => ({
  read: by(member.personId, NoteRead, async (seen, form) => {
    await noteRead(member, param("document"), seen);
    // Who comes to a remark has it before their eyes as well.
    const remark = new URLSearchParams(String(form.get("search") ?? "")).get("remark");
    if (remark !== null) await readAtRemark(own, remark);
    return true;
  }),
}));

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const answer = await forms(args);
  if (answer instanceof Response) return answer;
  const headers = { "Cache-Control": "private, no-store" };
  return Response.json(answer.data, { status: answer.init?.status, headers });
}
