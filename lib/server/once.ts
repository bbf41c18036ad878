/**
 * One value per process under a name. Next loads a module twice when both `instrumentation.ts` and a route import it;
 * a database handle or an emitter must still exist once.
 */
export function once<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`gatehouse.${name}`)
  const shelf: { [key: symbol]: unknown } = globalThis
  if (!(key in shelf)) shelf[key] = make()
  return shelf[key] as Value
}
