// The address says where one is and no more. What a form of an index screen is sent to ends in `?index`, which tells Remix whose form it is.
import { useLocation } from "@remix-run/react";
import { useEffect } from "react";

/** Takes it out of the address bar and of what is gone back to; the router keeps its own account of where it is. */
export function usePlainAddress(): void {
  const { key, search } = useLocation();
  useEffect(() => {
    const { pathname, search: shown, hash } = window.location;
    const plain = shown.replace(/^\?index(?:&|$)/, "?");
    if (plain === shown) return;
    window.history.replaceState(window.history.state, "", `${pathname}${plain === "?" ? "" : plain}${hash}`);
  }, [key, search]);
}
