export const addLabCommands = () => undefined;
