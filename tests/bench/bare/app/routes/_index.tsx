// The bare route: a loader that returns a text as HTML, a view that shows it. No sign-in, no database, no frame.
import { readFileSync } from "node:fs";
import { useLoaderData } from "@remix-run/react";

const html = typeof document === "undefined" ? readFileSync(process.env.BARE_TEXT ?? "", "utf8") : "";

export const loader = () => ({ html });

export default function Text() {
  return <div dangerouslySetInnerHTML={{ __html: useLoaderData<typeof loader>().html }} />;
}
