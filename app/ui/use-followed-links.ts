// Plain links in a long list: what the router asks for each of its own is a good part of such a page, so one listener follows them all.
import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, type RefObject } from "react";

/** Links inside the element, to pages of ours, are followed without a new page. Without a script they are links all the same. */
export function useFollowedLinks<Holder extends HTMLElement>(): RefObject<Holder> {
  const holder = useRef<Holder>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const { current } = holder;
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const { origin, pathname, search, hash } = new URL(link.href);
      if (origin !== window.location.origin || link.target !== "" || link.hasAttribute("download")) return;
      event.preventDefault();
      navigate(`${pathname}${search}${hash}`);
    };
    current?.addEventListener("click", follow);
    return () => current?.removeEventListener("click", follow);
  }, [navigate]);
  return holder;
}
