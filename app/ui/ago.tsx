// How long ago something was, with the exact moment a hover away.
import { Time } from "./time";
import { useFormat } from "./use-reader";

export function Ago({ at }: { at: Date }) {
  const format = useFormat();
  return <Time at={at.toISOString()} words={format.ago(at, format.now)} exact={format.dateTime(at)} />;
}
