// The package has no types for its schemas; they are looked up by name.
declare module 'discord-api-spec/zod';
