// The matrix, narrowed as it is shown, to take along.
import { filterIn, narrowed } from "~/domain/deliverables/matrix-filter";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { deliverablesFile } from "~/exchange/deliverables-file";
import { attachment } from "~/http/attachment.server";
import { memberFile } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";

export const loader = memberFile(async ({ member, url }) => {
  const matrix = narrowed(await readMatrix(member), filterIn(url.searchParams));
  const t = translate(member.language);
  return attachment(
    { name: `deliverables-${member.network.slug}.csv`, mediaType: "text/csv; charset=utf-8" },
    deliverablesFile(matrix, t),
  );
});
