// When a page cannot be shown: what happened, whether one's text is safe, what to do now, a number to quote.
import { Link } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "./link-button";
import { Mark } from "./mark";

export type PageErrorKind =
  "notFound" | "forbidden" | "signed" | "failed" | "offline" | "tooLarge" | "foreign";

export interface PageErrorProps {
  kind: PageErrorKind;
  /** The number under which the server wrote it down. */
  number?: string;
  /** The network around it that is only read any more: that is why, and not the role. */
  network?: { name: string; state: "closed" | "archived" };
  /** Where "Home" is. */
  home?: string;
  /** Stands alone, without a frame around it. */
  isWholePage?: boolean;
}

export function PageError({ kind, number, network, home = "/", isWholePage = false }: PageErrorProps) {
  const t = useT("errors", "frame");
  const mayPass = kind === "failed" || kind === "offline";
  const body = (
    <div className="mx-auto w-full max-w-[36rem] py-8 sm:py-16">
      <span className="text-edge">
        <Mark size={36} />
      </span>
      <h1 className="mt-5 text-title">{network ? network.name : t(`page.${kind}.title`)}</h1>
      <p className="mt-2 text-large">
        {network ? t(`frame:networkState.${network.state}`) : t(`page.${kind}.text`)}
      </p>
      {number ? <p className="figures mt-4 text-quiet">{t("page.number", { number })}</p> : null}
      <div className="mt-6 flex flex-wrap gap-2">
        {mayPass ? (
          <>
            <LinkButton to="" reloadDocument prefetch="none" weight="main">
              {t("page.again")}
            </LinkButton>
            <LinkButton to={home} prefetch="none" reloadDocument>
              {t("page.home")}
            </LinkButton>
          </>
        ) : (
          <LinkButton to={home} prefetch="none" weight="main">
            {t("page.home")}
          </LinkButton>
        )}
      </div>
    </div>
  );
  if (!isWholePage) return body;
  return (
    <main className="min-h-dvh px-4">
      <div className="mx-auto max-w-[36rem]">
        <Link to={home} reloadDocument className="hidden-words">
          Torg
        </Link>
      </div>
      {body}
    </main>
  );
}
