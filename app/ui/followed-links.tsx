// Plain links in a long list: what the router asks for each of its own is a good part of such a page, so one listener follows them all.
import { PrefetchPageLinks, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState, type ReactNode } from "react";

/**
 * Links inside, to pages of ours, are followed without a new page, and those of rows fetched as soon as somebody means to. Without a script
 * they are links all the same.
 */
export function FollowedLinks({ children }: { children: ReactNode }) {
  const holder = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [meant, setMeant] = useState<string>();
  useEffect(() => {
    const { current } = holder;
    let resting: number | undefined;
    const follow = (event: MouseEvent) => {
      const link = linkAt(event);
      if (!link || event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(addressOf(link));
    };
    const mean = (event: Event) => {
      window.clearTimeout(resting);
      const link = linkAt(event);
      if (link?.classList.contains("row-link"))
        resting = window.setTimeout(() => setMeant(addressOf(link)), rests);
    };
    current?.addEventListener("click", follow);
    for (const sign of signs) current?.addEventListener(sign, mean, { passive: true });
    return () => {
      window.clearTimeout(resting);
      current?.removeEventListener("click", follow);
      for (const sign of signs) current?.removeEventListener(sign, mean);
    };
  }, [navigate]);
  return (
    <div ref={holder}>
      {children}
      {meant === undefined ? null : <PrefetchPageLinks page={meant} />}
    </div>
  );
}

/** Milliseconds on a link that mean it, as the router has them for its own. */
const rests = 100;
const signs = ["mouseover", "focusin", "touchstart"];

/** A link to another page of ours: within this one the browser leads by itself, and takes the keys along. */
function linkAt({ target }: Event): Element | null {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!link || link.hasAttribute("target") || link.hasAttribute("download")) return null;
  const { origin, pathname, search, hash } = urlOf(link);
  const here = window.location;
  if (hash !== "" && pathname === here.pathname && search === here.search) return null;
  return origin === here.origin ? link : null;
}

/** Of a link in a picture, too, which has no address of its own to ask for. */
function urlOf(link: Element): URL {
  return new URL(link.getAttribute("href") ?? "", document.baseURI);
}

function addressOf(link: Element): string {
  const { pathname, search, hash } = urlOf(link);
  return `${pathname}${search}${hash}`;
}
