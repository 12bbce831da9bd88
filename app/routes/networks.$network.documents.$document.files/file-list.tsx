// Files that are no pictures, each to be taken along.
import type { GalleryFile } from "~/domain/files/listing.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { fileAddress } from "~/text/file-addresses";
import { Notice } from "~/ui/notice";
import { FileDoings } from "./file-doings";
import { FileFacts } from "./file-facts";

interface FileListProps {
  files: GalleryFile[];
  mayWrite: boolean;
  mayErase: boolean;
  answer?: FormAnswer;
}

export function FileList({ files, mayWrite, mayErase, answer }: FileListProps) {
  const t = useT("files");
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="other-files" className="mb-12">
      <h2 id="other-files" className="mb-4 text-section">
        {t("others")}
      </h2>
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- without list markers, one screen reader forgets that it is a list */}
      <ul role="list" className="file-rows">
        {files.map((file) => (
          <li key={file.id} id={`file-${file.id}`}>
            <a className="link font-semibold wrap-anywhere" href={fileAddress(file.id)} download>
              {file.name}
            </a>
            {file.isDamaged ? <Notice tone="late">{t("damagedHere")}</Notice> : null}
            {file.caption ? <p>{file.caption}</p> : null}
            <FileFacts file={file} />
            {mayWrite || mayErase ? <FileDoings file={file} mayWrite={mayWrite} answer={answer} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
