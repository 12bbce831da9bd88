// The writing screen where it cannot be shown: besides why, what one had written and nobody has taken.
import { useLocation } from "@remix-run/react";
import { LeftWordsHere } from "~/editor/left-words-here";
import { PageErrorBoundary } from "~/ui/page-error-boundary";

export function WritingOver() {
  const { pathname } = useLocation();
  return (
    <>
      <PageErrorBoundary />
      <div className="mx-auto w-full max-w-[36rem]">
        <LeftWordsHere pathname={pathname} />
      </div>
    </>
  );
}
