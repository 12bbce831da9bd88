// The pictures beside each other, each with what is said of it.
import type { GalleryFile } from "~/domain/files/listing.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { fileAddress, narrowAddress } from "~/text/file-addresses";
import { Notice } from "~/ui/notice";
import { FileDoings } from "./file-doings";
import { FileFacts } from "./file-facts";

interface PictureGridProps {
  files: GalleryFile[];
  mayWrite: boolean;
  mayErase: boolean;
  answer?: FormAnswer;
}

export function PictureGrid({ files, mayWrite, mayErase, answer }: PictureGridProps) {
  const t = useT("files");
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="pictures" className="mb-12">
      <h2 id="pictures" className="mb-4 text-section">
        {t("pictures")}
      </h2>
      <ul className="picture-grid">
        {files.map((file) => (
          <li key={file.id} id={`file-${file.id}`}>
            <Picture file={file} />
            <h3 className="mt-3 font-semibold wrap-anywhere">{file.name}</h3>
            {file.caption ? <p>{file.caption}</p> : null}
            <p className={file.lacksAltText ? "text-late" : "text-quiet"}>
              {file.lacksAltText ? t("noAlt") : file.altText}
            </p>
            <FileFacts file={file} />
            {mayWrite || mayErase ? <FileDoings file={file} mayWrite={mayWrite} answer={answer} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Picture({ file: { id, name, size, altText, isDamaged } }: { file: GalleryFile }) {
  const t = useT("files");
  if (size === null) return null;
  if (isDamaged) return <Notice tone="late">{t("damagedHere")}</Notice>;
  return (
    <a href={fileAddress(id, size)} className="picture-frame">
      <img
        src={narrowAddress(id, size, 480)}
        srcSet={`${narrowAddress(id, size, 480)} 480w, ${narrowAddress(id, size, 960)} 960w`}
        sizes="(min-width: 60rem) 20rem, 100vw"
        width={size.width}
        height={size.height}
        alt={altText || name}
        loading="lazy"
      />
    </a>
  );
}
