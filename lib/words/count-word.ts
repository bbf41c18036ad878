const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** `six` for 6; digits from 13 on. */
export const countWord = (count: number): string => WORDS[count] ?? String(count)
