// People to name in a remark, or to ask to see to one: those alone who may read it. Data alone, kept by no cache.
import { namesInRemark, peopleToAssign } from "~/domain/comments/people-offered.server";
import { readersIn } from "~/domain/comments/comment";
import { memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, param, url }) => {
  const asked = url.searchParams;
  const remark = asked.get("remark");
  const people =
    remark === null
      ? await namesInRemark(
          member,
          param("document"),
          {
            madeOn: asked.get("on") === "working" ? "working" : "published",
            readers: readersIn(asked.get("readers") ?? "all"),
          },
          asked.get("words") ?? "",
        )
      : await peopleToAssign(member, param("document"), remark);
  return Response.json({ people }, { headers: { "Cache-Control": "private, no-store" } });
});
