// Every address that leads nowhere: the same answer as for what one may not see.
import { publicAction, publicLoader } from "~/http/guard.server";
import { notFound } from "~/domain/refusal";

export const loader = publicLoader(async (): Promise<null> => {
  throw notFound();
});

export const action = publicAction(() => {
  throw notFound();
});

export default function Nowhere() {
  return null;
}
