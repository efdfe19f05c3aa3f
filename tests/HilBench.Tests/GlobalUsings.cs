global using NUnit.Framework;
global using Path = System.IO.Path;
