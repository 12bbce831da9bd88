// The writing screen where it cannot be shown: besides why, the way to the text itself, and what one had written and nobody has taken.
import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { LeftWordsHere } from "~/editor/left-words-here";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";
import { PageError } from "~/ui/page-error";
import { PageErrorBoundary } from "~/ui/page-error-boundary";

export function WritingOver() {
  const { pathname } = useLocation();
  const t = useT("session");
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : undefined;
  // A note that both sides have signed is the one text that stands against being opened: the role is not to blame.
  const isSigned = status === 409;
  // Forbidden is the writing alone: a text that one may not read either is not found.
  const mayRead = isSigned || status === 403;
  return (
    <>
      {isSigned ? <PageError kind="signed" /> : <PageErrorBoundary />}
      <div className="mx-auto w-full max-w-[36rem]">
        {mayRead ? (
          <div className="mb-8">
            <LinkButton to={pathname.replace(/\/edit\/?$/, "")}>{t("readText")}</LinkButton>
          </div>
        ) : null}
        <LeftWordsHere pathname={pathname} />
      </div>
    </>
  );
}
