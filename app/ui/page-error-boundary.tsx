// What a screen inside the frame shows when it cannot be shown, with the frame still around it.
import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { PageError } from "./page-error";
import { useReader } from "./use-reader";

export function PageErrorBoundary() {
  const error = useRouteError();
  const { requestNumber, person } = useReader();
  if (isRouteErrorResponse(error)) {
    // Nobody is signed in any more: the page around this one says so.
    if (error.status === 404 && !person) throw error;
    if (error.status === 404) return <PageError kind="notFound" />;
    if (error.status === 403) return <PageError kind="forbidden" />;
  }
  // A change of screen that could not be fetched fails in the browser, with an error of its own kind.
  if (error instanceof TypeError) return <PageError kind="offline" />;
  return <PageError kind="failed" number={requestNumber} />;
}
