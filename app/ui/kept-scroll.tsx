// What changes on a screen while it is read is fetched anew, and meanwhile its reader may have scrolled on: they stay where they are.
import { ScrollRestoration } from "@remix-run/react";
import { useContext, useLayoutEffect, useMemo, useRef } from "react";
import { UNSAFE_DataRouterStateContext as RouterState } from "react-router-dom";

/**
 * The library's scrolling for a screen that is come to. It takes one that is fetched anew for one that is gone back to, and would scroll
 * to where it was before what came was drawn: of such a screen it is told that nothing is to be scrolled.
 */
export function KeptScroll({ nonce }: { nonce?: string }) {
  const state = useContext(RouterState);
  const key = state?.location.key;
  const drawn = useRef(key);
  const isFetchedAnew = drawn.current === key;
  useLayoutEffect(() => {
    drawn.current = key;
  }, [key]);
  const told = useMemo(
    () => (state && isFetchedAnew ? { ...state, restoreScrollPosition: false as const } : state),
    [state, isFetchedAnew],
  );
  const scrolling = <ScrollRestoration nonce={nonce} />;
  return told ? <RouterState.Provider value={told}>{scrolling}</RouterState.Provider> : scrolling;
}
