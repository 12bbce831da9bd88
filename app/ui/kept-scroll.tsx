// What changes on a screen while it is read is fetched anew, and meanwhile its reader may have scrolled on: they stay where they are.
import { useLayoutEffect } from "react";

type Positions = Record<string, number>;

/** Of the router behind all screens, what this needs: the library hands out no other way to it. */
interface ScrollingRouter {
  state: { location: { key: string } };
  enableScrollRestoration(positions: Positions, position: () => number, key?: unknown): () => void;
}

/**
 * Stands before `<ScrollRestoration>`, which takes a screen that is fetched anew for one that is gone back to, and scrolls to where it
 * was when fetching began.
 */
export function KeptScroll(): null {
  useLayoutEffect(() => {
    const router = (window as unknown as { __remixRouter?: ScrollingRouter }).__remixRouter;
    if (!router) return;
    const enable = router.enableScrollRestoration.bind(router);
    router.enableScrollRestoration = (positions, position, key) => {
      const here = (name: string | symbol) => name === router.state.location.key;
      const kept = new Proxy(positions, {
        get: (all, name: string) => (here(name) ? position() : all[name]),
      });
      return enable(kept, position, key);
    };
    return () => {
      router.enableScrollRestoration = enable;
    };
  }, []);
  return null;
}
