import type en from "./en"

/** The shape of the English sentences, as every language must have them. */
export type StoryTexts = typeof en
