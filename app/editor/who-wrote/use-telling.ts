// Whether who wrote what is told on this screen: remembered in this window, and said by the address one came by.
import { whoWroteWhat } from "~/ui/authorship/who-wrote-what";
import { useSwitch } from "../use-switch";

/** `part` is fetched before anything is told. */
export function useTelling(part: { fetch(): Promise<void> } | undefined): {
  isTelling: boolean;
  toggle: () => void;
} {
  const { isOn, toggle } = useSwitch(part, whoWroteWhat, () => false);
  return { isTelling: isOn, toggle };
}
