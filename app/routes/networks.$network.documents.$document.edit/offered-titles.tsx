// Documents offered by their titles below a field that keeps the focus: its keys go through them.
import type { Related } from "~/domain/documents/relations.server";

interface OfferedTitlesProps {
  id: string;
  label: string;
  titles: readonly Related[];
  /** Which of them the keys are at. */
  active: number;
  take: (title: Related) => void;
}

export function OfferedTitles({ id, label, titles, active, take }: OfferedTitlesProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className={titles.length > 0 ? "link-completion" : undefined}
    >
      {titles.map((title, index) => (
        // The keys are those of the field.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={title.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          lang={title.language}
          className="menu-item"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(title)}
        >
          {title.title}
        </div>
      ))}
    </div>
  );
}
