// Who added a file and when, how large it is, its licence, whether the persons shown agree, and where it stands.
import type { GalleryFile } from "~/domain/files/listing.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { useFormat } from "~/ui/use-reader";

export function FileFacts({ file }: { file: GalleryFile }) {
  const t = useT("files");
  const format = useFormat();
  const { by, at, bytes, size, licence, consent, isInText, isPublished, goesOn, replacedBy } = file;
  const weight = format.bytes(bytes);
  const facts = [
    { key: "added", value: t("added", { name: by, at: format.date(at) }) },
    { key: "size", value: size ? t("size", { ...size, bytes: weight }) : weight },
    ...(licence ? [{ key: "licence", value: t("licence", { licence }) }] : []),
    ...(size ? [{ key: "consent", value: t(`consent.${consent}`) }] : []),
    ...(isInText ? [{ key: "text", value: t("inText") }] : []),
    ...(isPublished ? [{ key: "published", value: t("published") }] : []),
    ...(replacedBy ? [{ key: "replaced", value: t("replacedBy", { name: replacedBy }) }] : []),
    ...(goesOn ? [{ key: "goes", value: t("goesOn", { date: format.date(goesOn) }) }] : []),
  ];
  return <FactsLine facts={facts} />;
}
