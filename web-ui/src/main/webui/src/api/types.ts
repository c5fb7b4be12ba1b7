/** What the services say, written after the API's page. Dates are ISO strings, marks are numbers. */
export * from './school';
export * from './lessons';
export * from './study';
export * from './library';
export * from './curating';
export * from './items';
export * from './assignments';
export * from './competency';
export * from './marking';
export * from './analysis';
export * from './giving';
export * from './packages';
export * from './exchange';
export * from './gradebook';
export * from './reviews';
export * from './tasks';
export * from './notices';
