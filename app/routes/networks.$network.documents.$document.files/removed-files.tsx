// What was taken out and can still be brought back.
import { Form } from "@remix-run/react";
import type { GalleryFile } from "~/domain/files/listing.server";
import { useT } from "~/i18n/use-t";
import { fileAddress } from "~/text/file-addresses";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { EraseLink } from "./erase-link";
import { FileFacts } from "./file-facts";

interface RemovedFilesProps {
  files: GalleryFile[];
  mayWrite: boolean;
  mayErase: boolean;
  days: number;
}

export function RemovedFiles({ files, mayWrite, mayErase, days }: RemovedFilesProps) {
  const t = useT("files");
  if (files.length === 0) return null;
  return (
    <details className="fold mt-12 border-t border-line pt-8">
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("removed")}
      </summary>
      <p className="mb-4 text-quiet">{t("removedWhat", { days })}</p>
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- without list markers, one screen reader forgets that it is a list */}
      <ul role="list" className="file-rows">
        {files.map((file) => (
          <li key={file.id}>
            <a
              className="link font-semibold wrap-anywhere"
              href={fileAddress(file.id, file.size ?? undefined)}
            >
              {file.name}
            </a>
            <FileFacts file={file} />
            <div className="file-doings mt-2">
              {mayWrite ? (
                <Form method="post">
                  <input type="hidden" name="id" value={file.id} />
                  <Button
                    size="small"
                    name="intent"
                    value="restore"
                    aria-label={t("restore.buttonOf", { name: file.name })}
                  >
                    {t("restore.button")}
                  </Button>
                </Form>
              ) : null}
              {mayErase ? <EraseLink file={file} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
