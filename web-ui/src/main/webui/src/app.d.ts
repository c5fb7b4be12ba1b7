declare global {
  namespace App {
    interface Error {
      message: string;
      slug?: string;
    }
  }
}

export {};
