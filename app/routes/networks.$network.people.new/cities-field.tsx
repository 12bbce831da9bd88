// The cities for which a role is given: one box each.
import { TickBox } from "~/ui/choices";
import { cityFieldStart } from "~/ui/city-field";

interface CitiesFieldProps {
  legend: string;
  hint: string;
  error?: string;
  cities: Array<{ id: string; city: string; isTicked: boolean }>;
  isHidden: boolean;
}

/** Boxes that are hidden are not sent. */
export function CitiesField({ legend, hint, error, cities, isHidden }: CitiesFieldProps) {
  return (
    <fieldset
      id="cities"
      tabIndex={-1}
      disabled={isHidden}
      hidden={isHidden}
      aria-describedby={error ? "cities-hint cities-error" : "cities-hint"}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      <p id="cities-hint" className="-mt-0.5 mb-1.5 text-small text-quiet">
        {hint}
      </p>
      {error ? (
        <p id="cities-error" className="mb-1.5 text-small font-semibold text-late">
          {error}
        </p>
      ) : null}
      <div className="columns-2 gap-x-6 sm:columns-3">
        {cities.map(({ id, city, isTicked }) => (
          <div key={id} className="break-inside-avoid">
            <TickBox name={`${cityFieldStart}${id}`} label={city} isTicked={isTicked} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
