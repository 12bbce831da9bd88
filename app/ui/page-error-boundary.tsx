// What a screen inside the frame shows when it cannot be shown, with the frame still around it.
import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { NetworkState } from "~/domain/access/member";
import { PageError } from "./page-error";
import { isUnreachable } from "./unreachable";
import { useReader } from "./use-reader";

export function PageErrorBoundary() {
  const error = useRouteError();
  const { requestNumber, person } = useReader();
  const around = useRouteLoaderData("routes/networks.$network") as
    { network: { slug: string; name: string }; state: NetworkState } | undefined;
  if (isRouteErrorResponse(error)) {
    // Nobody is signed in any more: the page around this one says so.
    if (error.status === 404 && !person) throw error;
    if (error.status === 404) return <PageError kind="notFound" />;
    // No role allows it any more: the role is not to blame.
    if (error.status === 403 && around && around.state !== "open")
      return (
        <PageError
          kind="forbidden"
          home={`/networks/${around.network.slug}`}
          network={{ name: around.network.name, state: around.state }}
        />
      );
    if (error.status === 403) return <PageError kind="forbidden" />;
  }
  // A change of screen that could not be fetched fails in the browser, with an error of its own kind.
  if (isUnreachable(error)) return <PageError kind="offline" />;
  return <PageError kind="failed" number={requestNumber} />;
}
