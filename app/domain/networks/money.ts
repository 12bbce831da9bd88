// Money of partners in integer cents: splitting a budget over its sources, and amounts as people type and read them.
import { intlLocale } from "~/i18n/format";

/** Cents: twenty million euro, far above any network and well within what the database counts. */
export const amountLimit = 2_000_000_000;
/** Hundredths of a per cent. */
export const wholeRate = 10_000;
/** How many sources a budget may have. */
export const sourceLimit = 8;
/** How many activities of a project are summed up at once. */
export const projectPartLimit = 100;

/**
 * A total in cents over sources with rates in hundredths of a per cent, in their order. Each but the last gets its share rounded
 * half-up, never more than what remains; the last gets the remainder. Parts are never negative and sum to the total.
 */
export function splitBudget(total: number, rates: readonly number[]): number[] {
  let left = total;
  return rates.map((rate, index) => {
    const part = index === rates.length - 1 ? left : Math.min(left, shareOf(total, rate));
    left -= part;
    return part;
  });
}

/** This share of an amount in cents, rounded half-up to the cent. */
export function shareOf(amount: number, rate: number): number {
  return halfUp(BigInt(amount) * BigInt(rate), BigInt(wholeRate));
}

const shareDecimals = 3;

/** What part of the whole this is, in per cent with three decimals; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0
    ? halfUp(BigInt(part) * 100n * 10n ** BigInt(shareDecimals), BigInt(whole)) / 10 ** shareDecimals
    : null;
}

function halfUp(dividend: bigint, divisor: bigint): number {
  return Number((2n * dividend + divisor) / (2n * divisor));
}

export interface Source {
  name: string;
  rate: number;
  /** Cents, as somebody stated it; null where nobody did. */
  stated: number | null;
}

export interface SplitSource extends Source {
  /** Cents by the rule; null while there is no total to split. */
  computed: number | null;
  /** Stated less computed, in cents; null where either is missing. */
  difference: number | null;
}

export interface SplitBudget {
  total: number | null;
  sources: SplitSource[];
  /** The stated amounts less the total, in cents; null unless every source and the total are stated. */
  statedDifference: number | null;
}

/** A budget with what is computed beside what is stated. */
export function budgetOf(total: number | null, sources: readonly Source[]): SplitBudget {
  const rates = sources.map(({ rate }) => rate);
  const parts = total === null ? [] : splitBudget(total, rates);
  const split = sources.map(({ name, rate, stated }, index): SplitSource => {
    const computed = parts[index] ?? null;
    const difference = stated === null || computed === null ? null : stated - computed;
    return { name, rate, stated, computed, difference };
  });
  const stated = sources.flatMap((source) => (source.stated === null ? [] : [source.stated]));
  const isAllStated = total !== null && stated.length > 0 && stated.length === sources.length;
  return { total, sources: split, statedDifference: isAllStated ? sumOf(stated) - total : null };
}

export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** What "administration is so many per cent of the project" may mean, each with the value it leads to; all in cents. */
export interface AdministrationReadings {
  activities: number;
  /** The stated value cannot hold both the activities and the administration. */
  isContradiction: boolean;
  /** A share of the stated value: what is left for the activities. */
  inside: { administration: number; activities: number };
  /** A share of the activities, on top of them. */
  onTop: { administration: number; value: number };
  /** A share of the value that comes out. */
  ofGross: { administration: number; value: number };
}

/** Holds a stated value against its activities and an administration given as a rate. The rate has to be under 100 per cent. */
export function readAdministration(
  amounts: readonly number[],
  rate: number,
  value: number,
): AdministrationReadings {
  const activities = sumOf(amounts);
  const inside = shareOf(value, rate);
  const onTop = shareOf(activities, rate);
  const gross = halfUp(BigInt(activities) * BigInt(wholeRate), BigInt(wholeRate - rate));
  return {
    activities,
    isContradiction: activities + inside !== value,
    inside: { administration: inside, activities: value - inside },
    onTop: { administration: onTop, value: activities + onTop },
    ofGross: { administration: gross - activities, value: gross },
  };
}

/**
 * Cents from an amount as people type it: "51 280,00", "51,280.00", "51.280,00", "51280", with or without "EUR" or "€". Null for
 * anything else, also for what two readers would read differently ("0,100") and for more than the limit.
 */
export function parseAmount(text: string): number | null {
  const bare = text
    .replace(/€|\beur\b/giu, "")
    .replace(/[\s’']/gu, " ")
    .trim();
  const plain = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  const grouped = /^([1-9]\d{0,2}(?:([ .,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,2}))?$/.exec(bare);
  const whole = plain?.[1] ?? grouped?.[1]?.replace(/\D/g, "");
  if (whole === undefined || whole.length > 10) return null;
  const cents = Number(whole) * 100 + Number((plain?.[2] ?? grouped?.[3] ?? "").padEnd(2, "0"));
  return cents <= amountLimit ? cents : null;
}

/** "51,280.00" as a reader of this language writes it, without a currency; spaces inside do not break. */
export function formatAmount(cents: number, language: string): string {
  return written(language, 2)
    .format(cents / 100)
    .replace(/\s/g, "\u00a0");
}

/** Hundredths of a per cent from "85", "85 %", "7,25"; null for anything else and for more than 100 %. */
export function parseRate(text: string): number | null {
  const [, whole, decimals = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const rate = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  return rate <= wholeRate ? rate : null;
}

/** "7.25" from 725, as a reader of this language writes it, without the sign. */
export function formatRate(rate: number, language: string): string {
  return written(language, 0).format(rate / 100);
}

/**
 * What part of the whole this is, in per cent as a reader of this language writes it, without the sign: "15.109", and "< 0.001" for a
 * part that is something. Only nothing is "0", and only all is "100". Null of nothing.
 */
export function formatShare(part: number, whole: number, language: string): string | null {
  const percent = percentOf(part, whole);
  if (percent === null) return null;
  const { format } = new Intl.NumberFormat(intlLocale(language), {
    maximumFractionDigits: shareDecimals,
    useGrouping: "always",
  });
  const least = 10 ** -shareDecimals;
  const bare = () => {
    if (percent === 0 && part > 0) return `< ${format(least)}`;
    if (percent === 100 && part < whole) return `> ${format(100 - least)}`;
    return percent === 100 && part > whole ? `> ${format(100)}` : format(percent);
  };
  return bare().replace(/\s/g, "\u00a0");
}

function written(language: string, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(intlLocale(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 2,
    useGrouping: "always",
  });
}
