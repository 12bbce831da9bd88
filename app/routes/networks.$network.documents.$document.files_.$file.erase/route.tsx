// Erasing a file for good: says beforehand what goes and what stays, asks why, then does it.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigation, useParams } from "@remix-run/react";
import { eraseFile, readErasing } from "~/domain/files/erasing.server";
import { erasedReasonLimit } from "~/domain/files/file";
import { EraseFile } from "~/domain/files/file-orders";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { fileAddress, narrowAddress } from "~/text/file-addresses";
import { Button } from "~/ui/button";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { Field } from "~/ui/field";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { WhatIsErased } from "./what-is-erased";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const asked = await readErasing(member, param("document"), param("file"));
  return { title: pageTitle(member.language, asked.document.title, member.network.name), ...asked };
});

export const action = memberAction(({ member, param }) => ({
  erase: on(EraseFile, async (order) => {
    const id = param("document");
    await eraseFile(member, id, param("file"), order);
    return redirect(`/networks/${member.network.slug}/documents/${id}/files?done=erased`);
  }),
}));

export default function Erase() {
  const t = useT("files");
  const wrong = useWrongWords();
  const { network } = useParams();
  const { document, file, ...asked } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  const errors = answer?.errors;
  return (
    <div className="page page-narrow">
      <PageHeader title={t("erase.title", { name: file.name })} lead={t("erase.lead")} />
      <WrongSummary wrongs={errors} labels={{ reason: t("erase.reason") }} />
      {file.size ? (
        <a href={fileAddress(file.id, file.size)} className="picture-frame mb-8 max-w-80">
          <img
            src={narrowAddress(file.id, file.size, 480)}
            width={file.size.width}
            height={file.size.height}
            alt={file.altText || file.name}
          />
        </a>
      ) : null}
      <WhatIsErased asked={asked} isPicture={file.size !== null} network={network ?? ""} />
      <Form method="post" className="mt-8 grid gap-5 border-t border-line pt-8">
        <Field
          id="reason"
          name="reason"
          label={t("erase.reason")}
          hint={t("erase.reasonHint")}
          limit={erasedReasonLimit}
          error={wrong(errors?.reason)}
          defaultValue={answer?.values?.reason}
          required
        />
        <div className="flex flex-wrap gap-2">
          <Button weight="grave" name="intent" value="erase" isBusy={isBusy}>
            {t("erase.button")}
          </Button>
          <LinkButton to={`/networks/${network}/documents/${document.id}/files`}>
            {t("erase.back")}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
