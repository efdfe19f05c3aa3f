#version 330 core
// Row vectors: the matrix comes as System.Numerics lays it out, and OpenGL reads it transposed.
uniform mat4 toClip;
layout(location = 0) in vec3 place;
layout(location = 1) in vec2 glyph;
layout(location = 2) in vec4 colour;
out vec2 atGlyph;
out vec4 atColour;

void main()
{
    gl_Position = toClip * vec4(place, 1.0);
    atGlyph = glyph;
    atColour = colour;
}
