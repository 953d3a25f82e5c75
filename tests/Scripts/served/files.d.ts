/** Made by the server from what the build hashed (Shell/Device/DeviceEndpoints.cs). */
export const version: string;
export const files: string[];
