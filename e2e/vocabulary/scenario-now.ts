import { asPracticeAdversary, asPracticeBuilder } from './scenario.ts'

/** As the practice people, at the moment of the running server: what it shows of a record told so reads in order. */
export const asBuilderNow = <Input>(input: Input) => asPracticeBuilder(input, new Date())
export const asAdversaryNow = <Input>(input: Input) => asPracticeAdversary(input, new Date())
