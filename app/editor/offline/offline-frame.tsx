// What stands around everything that is shown without a network.
import { useEffect, type CSSProperties, type ReactNode } from "react";
import { Mark } from "~/ui/mark";

interface OfflineFrameProps {
  title: string;
  /** Under the title. */
  lead?: ReactNode;
  /** Whose the text is, above its title. */
  over?: string;
  /** Of the title, where it is a text's. */
  language?: string;
  isNarrow?: boolean;
  children: ReactNode;
}

export function OfflineFrame({ title, lead, over, language, isNarrow = false, children }: OfflineFrameProps) {
  useEffect(() => {
    document.title = `${title} · Torg`;
  }, [title]);
  return (
    <main
      // There is no bar for the editor's tools to stay below.
      style={{ "--bar-height": "0px" } as CSSProperties}
      className={`page mx-auto w-full px-4 py-6 ${isNarrow ? "max-w-[40rem]" : "max-w-[64rem]"}`}
    >
      <span className="text-edge">
        <Mark size={28} />
      </span>
      {over ? <p className="mt-4 text-small text-quiet">{over}</p> : null}
      <h1 className={over ? "text-title" : "mt-4 text-title"} lang={language}>
        {title}
      </h1>
      {lead ? <p className="mt-2">{lead}</p> : null}
      {children}
    </main>
  );
}
