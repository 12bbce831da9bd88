// A page's title as its loader says it; the product's name where there is none, as on an error.
import type { MetaDescriptor } from "@remix-run/react";

export function titled({ data }: { data: unknown }): MetaDescriptor[] {
  const title = typeof data === "object" && data !== null && "title" in data ? String(data.title) : "Torg";
  return [{ title }];
}
